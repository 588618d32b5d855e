import { defineJob } from '@convener/platform';

export interface SendMessagePayload {
  messageId: string;
}

export const sendMessage = defineJob<SendMessagePayload>('send-message');
