import { TransientError } from '@convener/kernel';
import { mailFault } from './mail-fault';

const said = (message: string, more: object = {}) =>
  new TransientError('The mail server did not take the mail', { cause: Object.assign(new Error(message), more) });

describe('why a test message did not go out', () => {
  it.each([
    ['unreachable', said('connect ECONNREFUSED', { code: 'ESOCKET', command: 'CONN' })],
    ['unreachable', said('Greeting never received', { code: 'ETIMEDOUT' })],
    ['unreachable', said('getaddrinfo ENOTFOUND mail.example.test', { code: 'EDNS' })],
    ['sign-in', said('Invalid login: 535 5.7.8', { code: 'EAUTH', command: 'AUTH PLAIN' })],
    ['secure', said('self-signed certificate', { code: 'ESOCKET' })],
    ['secure', said('wrong version number', { code: 'ESOCKET' })],
    ['recipient', said('550 no such user', { code: 'EENVELOPE', command: 'RCPT TO' })],
    ['sender', said('550 not your domain', { code: 'EENVELOPE', command: 'MAIL FROM' })],
    ['other', said('554 spam', { code: 'EMESSAGE', command: 'DATA' })],
    ['other', new Error('the disk is full')],
    ['other', undefined],
  ])('is %s', (fault, error) => {
    expect(mailFault(error)).toBe(fault);
  });
});
