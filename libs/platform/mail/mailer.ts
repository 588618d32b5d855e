export interface Mail {
  /** Stable name of this mail: sent twice under one key, it stays recognisable as the same. */
  key: string;
  /** One address. */
  to: string;
  subject: string;
  text: string;
  html: string;
  headers?: Record<string, string>;
  /** Stable name of the conversation that it belongs to: mails of one name stand together in the reader's program. */
  thread?: string;
  /** What only the recipient may read, such as a link's token: a copy that is kept anywhere leaves it out. */
  secrets?: readonly string[];
}

/** The next hop will never take this mail: no such mailbox, or nothing of that content. Trying again would not help. */
export class MailRefused extends Error {}

/** Hands mails over for delivery. Called from jobs only, never inside a transaction. */
export abstract class Mailer {
  /** Resolves once the next hop has taken the mail. Throws MailRefused where it never will, else TransientError. */
  abstract send(mail: Mail): Promise<void>;
}
