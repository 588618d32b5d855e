export interface Mail {
  /** Stable name of this mail: sent twice under one key, it stays recognisable as the same. */
  key: string;
  /** One address. */
  to: string;
  subject: string;
  text: string;
  html: string;
  headers?: Record<string, string>;
}

/** Hands mails over for delivery. Called from jobs only, never inside a transaction. */
export abstract class Mailer {
  /** Resolves once the next hop has taken the mail. Throws TransientError where it has not. */
  abstract send(mail: Mail): Promise<void>;
}
