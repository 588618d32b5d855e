export class OutboxMail {
  id!: string;
  to!: string;
  subject!: string;
  text!: string;
  /** Epoch milliseconds. */
  createdAt!: number;
}

export class OutboxPage {
  items!: OutboxMail[];
  next!: string | null;
}
