import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { StandardsLibrary, StandardsSearch } from '@convener/standards';
import { StandardUseQueries } from '@convener/standards-coverage';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { presentStandard, presentSummary, Standard, StandardList } from './standards.dto';
import { presentUse, StandardsSearchQuery, StandardsSearchResult, StandardUse } from './standards-use.dto';

/** The standards library: the occupational standards as printed, what is found in them, and what is made of them. */
@ApiTags('standards')
@Controller('standards')
export class StandardsController {
  constructor(
    private readonly library: StandardsLibrary,
    private readonly texts: StandardsSearch,
    private readonly uses: StandardUseQueries,
  ) {}

  /** All standards, in short. */
  @Get()
  @Policy('standards.read')
  list(): StandardList {
    return { items: this.library.all().map((standard) => presentSummary(standard, this.library)) };
  }

  /** The texts of all standards that have all words of `q`, by standard, the more telling first. */
  @Get('search')
  @Policy('standards.read')
  search(@Query() query: StandardsSearchQuery): StandardsSearchResult {
    return this.texts.find(query);
  }

  /** One standard in full; 404 for a slug that names none. */
  @Get(':slug')
  @Policy('standards.read')
  show(@Param('slug') slug: string): Standard {
    return presentStandard(this.library.get(slug), this.library);
  }

  /** The templates that place its tasks, and the reader's own projects that run them. */
  @Get(':slug/use')
  @Policy('standards.read')
  async use(@CurrentPerson() person: SignedIn, @Param('slug') slug: string): Promise<StandardUse> {
    return presentUse(await this.uses.view(person, slug));
  }
}
