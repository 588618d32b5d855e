import type { Deliverable } from '../../api/types';

type Asked = Pick<Deliverable, 'kind' | 'evidence' | 'accepter'>;

/** Entries of a record show it by themselves, but not to the client's people, who see none. */
const recordIsSeen = ({ kind, accepter }: Asked) => kind === 'record' && accepter !== 'client';

/** Which text says what is to be added when a deliverable is handed in; null where nothing is. */
export function evidenceHint(deliverable: Asked) {
  const { kind, evidence } = deliverable;
  if (evidence === 'no') return null;
  if (recordIsSeen(deliverable)) return evidence === 'required' ? 'recordRequired' : 'recordOptional';
  return kind === 'record' && evidence === 'required' ? 'recordClient' : evidence;
}

/** Whether it can be handed in with the fields of the dialog left empty, as far as the page knows. */
export function mayStayEmpty(deliverable: Asked & Pick<Deliverable, 'evidenceList'>): boolean {
  return deliverable.evidence !== 'required' || deliverable.evidenceList.length > 0 || recordIsSeen(deliverable);
}
