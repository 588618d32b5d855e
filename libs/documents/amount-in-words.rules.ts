const DIGITS = '零壹貳參肆伍陸柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '萬', '億', '兆'];

/** 國字大寫, as receipts in Taiwan have it: 1,205,000 is 壹佰貳拾萬伍仟元整. Takes hundredths; below zero throws. */
export function amountInWords(hundredths: number): string {
  if (!Number.isSafeInteger(hundredths) || hundredths < 0) throw new Error(`No amount of a receipt: ${hundredths}`);
  const units = Math.floor(hundredths / 100);
  const [tenths, cents] = [Math.floor(hundredths / 10) % 10, hundredths % 10];
  const rest = `${tenths > 0 ? `${DIGITS[tenths]}角` : cents > 0 ? '零' : ''}${cents > 0 ? `${DIGITS[cents]}分` : ''}`;
  if (units === 0 && rest !== '') return rest.replace(/^零/, '') + (cents > 0 ? '' : '整');
  return `${unitsInWords(units)}元${rest}${cents > 0 ? '' : '整'}`;
}

function unitsInWords(units: number): string {
  if (units === 0) return '零';
  let words = '';
  let gap = false;
  for (let group = GROUPS.length - 1; group >= 0; group -= 1) {
    const part = Math.floor(units / 10_000 ** group) % 10_000;
    if (part === 0) {
      gap ||= words !== '';
      continue;
    }
    if (words !== '' && (gap || part < 1000)) words += '零';
    words += fourDigits(part) + GROUPS[group]!;
    gap = false;
  }
  return words;
}

/** One 零 for however many noughts stand between; none for those at the end. */
function fourDigits(part: number): string {
  let words = '';
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(part / 10 ** place) % 10;
    if (digit > 0) words += DIGITS[digit]! + PLACES[place]!;
    else if (words !== '' && !words.endsWith('零') && part % 10 ** place > 0) words += '零';
  }
  return words;
}
