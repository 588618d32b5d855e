import { keepPreviousData, useIsMutating } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api/client';
import { beginEdit, changesOf, type Edit, followed, meet } from '../../../api/edit';
import { currentOf } from '../../../api/problem';
import type { ClosingReport, ReportChapter } from '../../../api/types';
import { queryClient } from '../../../app/queryClient';
import { locale } from '../../../i18n';
import { type ChapterFields, fieldsOf, savedAs } from './chapters.rules';

const REPORT = '/api/projects/{id}/closing-report';
const CHAPTER = '/api/projects/{id}/closing-report/chapters/{key}';
const ofReport = (id: string) => ({ params: { path: { id }, query: { language: locale() } } });
const ofChapter = (id: string, key: string) => ({ params: { path: { id, key }, query: { language: locale() } } });

export const useReport = (id: string) => api.useQuery('get', REPORT, ofReport(id));

export const useChapter = (id: string, key: string) =>
  api.useQuery('get', CHAPTER, ofChapter(id, key), {
    placeholderData: (before) => (before?.key === key ? keepPreviousData(before) : undefined),
  });

/** Whether a change is on its way: the next would name the version before it, and be refused as somebody else's. */
export const useChanging = () => useIsMutating({ mutationKey: ['patch', CHAPTER] }) > 0;

/** Shows a chapter as a change has left it, before anything is fetched again, and names its version to the list. */
export function showChapter(id: string, after: ReportChapter) {
  queryClient.setQueryData(api.queryOptions('get', CHAPTER, ofChapter(id, after.key)).queryKey, after);
  queryClient.setQueryData<ClosingReport>(api.queryOptions('get', REPORT, ofReport(id)).queryKey, (report) => {
    if (!report) return report;
    const { key, version } = after;
    return { ...report, chapters: report.chapters.map((one) => (one.key === key ? { ...one, version } : one)) };
  });
}

type Drafts = Record<string, Edit<ReportChapter, ChapterFields>>;

/** What was typed into chapters and not saved yet: it stays while its author looks at others. */
export function useDrafts() {
  const [drafts, setDrafts] = useState<Drafts>({});
  const meetNow = (key: string, current: ReportChapter | null) => {
    if (current) setDrafts((now) => (now[key] ? { ...now, [key]: meet(now[key], current, fieldsOf) } : now));
  };
  return {
    /** Over the chapter as the page has it, as far as only its place or its tick has changed. */
    of: (chapter: ReportChapter) => {
      const draft = drafts[chapter.key];
      return draft ? followed(draft, chapter, fieldsOf) : null;
    },
    changesOf: (key: string): Partial<ChapterFields> => (drafts[key] ? changesOf(drafts[key], fieldsOf) : {}),
    /** Keys of chapters with something typed. */
    open: Object.keys(drafts).filter((key) => Object.keys(changesOf(drafts[key]!, fieldsOf)).length > 0),
    change: (chapter: ReportChapter, part: Partial<ChapterFields>) =>
      setDrafts((now) => {
        const begun = now[chapter.key] ?? beginEdit(chapter, fieldsOf);
        return { ...now, [chapter.key]: { ...begun, fields: { ...begun.fields, ...part } } };
      }),
    /** After a refusal because somebody was faster: what was typed stays, the rest follows. */
    refused: (key: string, error: unknown) => meetNow(key, currentOf<ReportChapter>(error)),
    saved: (body: Record<string, unknown>, after: ReportChapter) =>
      setDrafts(({ [after.key]: draft, ...rest }) => {
        const more = draft && savedAs(draft, body, after);
        return more ? { ...rest, [after.key]: more } : rest;
      }),
    end: (key: string) => setDrafts(({ [key]: _ended, ...rest }) => rest),
  };
}
export type ChapterDrafts = ReturnType<typeof useDrafts>;
