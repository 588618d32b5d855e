/** Why a mail did not go out, as far as whoever set the mail server up can do something about it. */
export const MAIL_FAULTS = ['unreachable', 'sign-in', 'recipient', 'sender', 'secure', 'other'] as const;
export type MailFault = (typeof MAIL_FAULTS)[number];

/** Of what nodemailer says: its own `code`, and the SMTP `command` that was refused (RFC 5321). */
interface Said {
  code?: string;
  command?: string;
  cause?: unknown;
}

const BY_CODE: Readonly<Record<string, MailFault>> = {
  EAUTH: 'sign-in',
  ENOAUTH: 'sign-in',
  ECONNECTION: 'unreachable',
  ETIMEDOUT: 'unreachable',
  EDNS: 'unreachable',
  ECONNREFUSED: 'unreachable',
  ENOTFOUND: 'unreachable',
  ETLS: 'secure',
};

const BY_COMMAND: Readonly<Record<string, MailFault>> = { 'RCPT TO': 'recipient', 'MAIL FROM': 'sender' };

/** A certificate that isn't trusted, or TLS where the server speaks none; nodemailer calls both a socket's error. */
const SECURITY = /certificate|self.signed|wrong version number|tls|ssl/i;

export function mailFault(error: unknown): MailFault {
  const { code, command, text } = said(error);
  if (code === 'ESOCKET') return SECURITY.test(text) ? 'secure' : 'unreachable';
  return BY_CODE[code ?? ''] ?? BY_COMMAND[command ?? ''] ?? 'other';
}

/** The mailer words the error anew and keeps the mail server's as its cause. */
function said(error: unknown): Said & { text: string } {
  const { code, command, cause } = (error ?? {}) as Said;
  if (code === undefined && command === undefined && cause !== undefined) return said(cause);
  return { code, command, text: String(error) };
}
