/** What is wrong with one field of a form, in words for the person who filled it in. */
export interface FormProblem {
  readonly field: string;
  readonly message: string;
}
