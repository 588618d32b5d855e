import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { StartDraftsService, type StartDraftView } from '@convener/project-start';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { orCurrent, SeenVersion } from '../http/seen-version';
import { TagsVersion } from '../http/version-tag';
import { OwnStartDraft, SaveStartDraft } from './start-drafts.dto';

/** A person's unfinished start of a project. Starting a project ends it. */
@ApiTags('me')
@Controller('me/start-draft')
export class StartDraftsController {
  constructor(private readonly drafts: StartDraftsService) {}

  @Get()
  @TagsVersion()
  @Policy('projects.start')
  async show(@CurrentPerson() me: SignedIn): Promise<OwnStartDraft> {
    return present(await this.drafts.of(me));
  }

  /** Puts a draft in the place of what was there; version 0 is what holds before the first one. */
  @Put()
  @TagsVersion()
  @Policy('projects.start')
  async save(
    @CurrentPerson() me: SignedIn,
    @Body() { draft }: SaveStartDraft,
    @SeenVersion() seen: number | null,
  ): Promise<OwnStartDraft> {
    const current = async () => present(await this.drafts.of(me));
    await orCurrent(this.drafts.save(me, draft, seen), current);
    return current();
  }
}

function present({ draft, dropped, savedAt, version }: StartDraftView): OwnStartDraft {
  if (!draft) return { draft: null, dropped: [], savedAt, version };
  const { teams, invite, ...rest } = draft;
  return {
    draft: {
      ...rest,
      ...(teams && {
        teams: teams.map(({ team, leads = [], members = [] }) => ({ team, leads: [...leads], members: [...members] })),
      }),
      ...(invite && { invite: [...invite] }),
    },
    dropped: [...dropped],
    savedAt,
    version,
  };
}
