import { defineJob } from '@convener/platform';

export interface SendMessagesPayload {
  messageIds: string[];
}

export const sendMessages = defineJob<SendMessagesPayload>('send-messages');
