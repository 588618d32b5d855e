/** Puts the focus into the first field that is wrong, or at the question it belongs to; says whether there was one. */
export function focusFirstWrong(within: ParentNode): boolean {
  const wrong = within.querySelector<HTMLElement>('[aria-invalid="true"], .field-error');
  const field = wrong?.matches('.field-error')
    ? wrong.closest('.question, .team-row, .field')?.querySelector<HTMLElement>('input, button')
    : wrong;
  field?.focus();
  return Boolean(field);
}
