import { z } from 'zod';

/** An object with these fields and no others; an unknown one is answered with the list of those that there are. */
export function strictShape<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? `is not known here: expected ${known}` : 'expected an object',
  });
}
