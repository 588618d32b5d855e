import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Policy } from '@convener/access';
import { countsOf, StandardsLibrary, type Standard as StandardFacts } from '@convener/standards';
import { Standard, StandardList, StandardSummary } from './standards.dto';

/** The standards library: the occupational standards as printed. */
@ApiTags('standards')
@Controller('standards')
export class StandardsController {
  constructor(private readonly library: StandardsLibrary) {}

  /** All standards, in short. */
  @Get()
  @Policy('standards.read')
  list(): StandardList {
    return { items: this.library.all().map((standard) => this.summary(standard)) };
  }

  /** One standard in full; 404 for a slug that names none. */
  @Get(':slug')
  @Policy('standards.read')
  show(@Param('slug') slug: string): Standard {
    const standard = this.library.get(slug);
    // The facts are frozen; only their type says so, and OpenAPI knows no read-only arrays.
    return { ...standard, ...this.summary(standard) } as Standard;
  }

  private summary(standard: StandardFacts): StandardSummary {
    const { slug, code, name, edition, level, description, supersedes } = standard;
    const supersededBy = this.library.supersededBy(slug);
    return { slug, code, name, edition, level, description, supersedes, supersededBy, counts: countsOf(standard) };
  }
}
