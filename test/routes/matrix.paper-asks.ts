import { ok } from '../support/client';
import { until } from '../support/until';
import { on, type Use } from './matrix.asks';
import { newDeliverable, type Place } from './matrix.world';

const aContractDeliverable = (place: Place) => newDeliverable(place, { kind: 'contract' });
export const onContractDeliverable = (body?: object): Pick<Use, 'ask'> => ({
  ask: async (place) => on((await aContractDeliverable(place)).id, body),
});
/** Entered by the project's manager. */
export const onContract = (body?: object): Pick<Use, 'ask'> => ({
  ask: async (place) => {
    const path = `/api/deliverables/${(await aContractDeliverable(place)).id}/contracts`;
    return on(ok(await place.manager.client.post<{ id: string }>(path, { party: '甲飯店' })).body.id, body);
  },
});

const aRecordDeliverable = (place: Place) => newDeliverable(place, { kind: 'record' });
export const A_MEETING = { kind: 'meeting', day: '2028-05-02', title: '第一次籌備會' };
export const onRecordDeliverable = (body?: object): Pick<Use, 'ask'> => ({
  ask: async (place) => on((await aRecordDeliverable(place)).id, body),
});
/** Entered by the project's manager, with one action item. */
export const onEntry = (body?: object): Pick<Use, 'ask'> => ({
  ask: async (place) => {
    const path = `/api/deliverables/${(await aRecordDeliverable(place)).id}/record-entries`;
    const entry = { ...A_MEETING, actions: [{ text: '訂車' }] };
    const { id, actions } = ok(
      await place.manager.client.post<{ id: string; actions: [{ id: string }] }>(path, entry),
    ).body;
    return { params: { id, actionId: actions[0].id }, body, version: 1 };
  },
});

export const A_DOCUMENT = { kind: 'work-by-team', language: 'zh-TW', format: 'xlsx' };
/** Made for the project's manager. */
export const onDocument: Pick<Use, 'ask'> = {
  ask: async (place) => {
    const as = place.manager.client;
    const { id } = ok(await as.post<{ id: string }>(`/api/projects/${place.id}/documents`, A_DOCUMENT)).body;
    await documentsAreMade(place);
    return on(id);
  },
};
/** Until then a job changes what the next request is held against. */
export const documentsAreMade = ({ id, manager }: Place) =>
  until(async () => {
    const { made } = ok(await manager.client.get<{ made: { state: string }[] }>(`/api/projects/${id}/documents`)).body;
    return made.every(({ state }) => state !== 'waiting' && state !== 'making');
  }, 'documents to be made');
type ReportChapter = { key: string; version: number; digest: string };
const chaptersOf = ({ id }: Place) => `/api/projects/${id}/closing-report/chapters`;
const factsOf = async (place: Place) =>
  ok(await place.manager.client.get<ReportChapter>(`${chaptersOf(place)}/facts`)).body;
/** The first chapter of the project's closing report. */
export const onChapter = (body?: object): Pick<Use, 'ask'> => ({
  ask: async (place) => {
    const { key, version } = await factsOf(place);
    return { params: { id: place.id, key }, body, version };
  },
});
/** Added by the project's manager. */
export const onOwnChapter = (): Pick<Use, 'ask'> => ({
  ask: async (place) => {
    const { key } = ok(await place.manager.client.post<ReportChapter>(chaptersOf(place), { title: '附錄' })).body;
    return { params: { id: place.id, key }, version: 1 };
  },
});
export const onSeenChapter = (): Pick<Use, 'ask'> => ({
  ask: async (place) => {
    const { key, digest } = await factsOf(place);
    return { params: { id: place.id, key }, body: { language: 'zh-TW', digest } };
  },
});
