import { textKind } from './text-content';

describe('what content without a mark of its own is', () => {
  it.each([
    ['姓名,單位\n王,學會\n', 'text'],
    ['\ufeffname,unit\r\n', 'text'],
    ['a < b and c > d', 'text'],
    ['  <p>hello', 'markup'],
    ['text\n<SCRIPT src=x>', 'markup'],
    ['< svg onload=1>', 'markup'],
    ['<?php echo 1;', 'markup'],
    ['#!/usr/bin/env node', 'markup'],
    ['a\u0000b', null],
    ['\u001b[31mred', null],
  ])('%j is %s', (text, kind) => expect(textKind(Buffer.from(text))).toBe(kind));

  it('is text also in Big5', () => expect(textKind(Buffer.from([0xa4, 0xa4, 0xa4, 0xe5, 0x0a]))).toBe('text'));

  it('is nothing where it is neither', () => expect(textKind(Buffer.from([0xff, 0xfe, 0x41, 0x00]))).toBeNull());
});
