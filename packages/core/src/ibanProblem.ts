const SHAPE = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

/** What is wrong with an IBAN (ISO 13616, no spaces, capital letters), or undefined; its two check digits catch a wrong or swapped digit. */
export function ibanProblem(iban: string): string | undefined {
  if (!SHAPE.test(iban)) return 'expected an IBAN such as "DE89370400440532013000"';
  return remainder(iban) === 1
    ? undefined
    : 'expected an IBAN, but its check digits do not fit: look for a typing error';
}

/** ISO 7064: the first four characters go last, letters count from A = 10, and the whole is taken modulo 97. */
function remainder(iban: string): number {
  const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(Number.parseInt(letter, 36)),
  );
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);
}
