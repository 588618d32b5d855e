import { type Actor, can } from '@convener/access';
import { type Day, forbidden } from '@convener/kernel';
import type { MadeDocument } from './made-document.entity';

/** The crew's; what speaks of people is for managers and leads, and for whoever asked for it when they were one. */
export function mayReadDocument(
  actor: Actor,
  { forLeads, askedBy }: Pick<MadeDocument, 'forLeads' | 'askedBy'>,
): boolean {
  if (!can(actor, 'documents.make')) return false;
  return !forLeads || askedBy === actor.personId || can(actor, 'documents.make-all');
}

/** Throws 403 with whom to ask: a bare 404 would look like a document that is gone. */
export function requireReadable(actor: Actor, row: Pick<MadeDocument, 'forLeads' | 'askedBy'>): void {
  if (!mayReadDocument(actor, row)) throw forbidden(FOR_LEADS);
}

/** What its file is called, without an ending; some titles name the project themselves. */
export function documentName(project: string, title: string, day: Day): string {
  return [...(title.startsWith(project) ? [] : [project]), title, day].join(' ');
}

const FOR_LEADS = {
  zh: '這份文件含有個人資料，只有專案經理、組長與要求產製的人能看。可以自己產製一份，不含您無權查看的部分。',
  en: 'This document speaks of people: only managers, leads and whoever asked for it read it. One that you make leaves that out.',
};
