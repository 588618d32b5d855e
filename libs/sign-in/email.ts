/** The form in which addresses are stored and compared: one mailbox is one person, however it is typed. */
export function normalEmail(email: string): string {
  return email.trim().normalize('NFKC').toLowerCase();
}
