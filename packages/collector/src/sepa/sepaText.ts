/** Letters that do not come apart into a plain one and its mark, as EPC217-08 writes them in Latin letters. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D' },
  ...{ ð: 'd', Ð: 'D', þ: 'th', Þ: 'TH', ı: 'i', '&': '+', '’': "'", '–': '-', '—': '-', _: '-' },
};

/**
 * A text in the characters that every bank of the SEPA takes (EPC217-08: `A-Z a-z 0-9 / - ? : ( ) . , ' +` and spaces): letters lose
 * their marks, other signs become a full stop. Undefined when it has letters that this cannot write, such as Greek ones.
 */
export function sepaText(text: string): string | undefined {
  const plain = [...text.normalize('NFKD').replace(/\p{M}/gu, '')]
    .map((character) => LETTERS[character] ?? character)
    .join('');
  if (/[^\P{L}A-Za-z]|[^\P{N}0-9]/u.test(plain)) return undefined;
  return plain
    .replace(/\s+/g, ' ')
    .replace(/[^A-Za-z0-9/\-?:().,'+ ]/gu, '.')
    .trim();
}
