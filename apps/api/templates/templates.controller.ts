import { Policy } from '@convener/access';
import { effectOf, TemplatesLibrary } from '@convener/templates';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { presentSummary, presentTemplate, Template, TemplateList } from './templates.dto';

/** What projects can be started from. */
@ApiTags('templates')
@Controller('templates')
export class TemplatesController {
  constructor(private readonly templates: TemplatesLibrary) {}

  /** All templates: the composed ones, one for each standard, the workflows. */
  @Get()
  @Policy('templates.read')
  async list(): Promise<TemplateList> {
    return { items: (await this.templates.all()).map(presentSummary) };
  }

  /** One template whole, with its questions and what each answer leaves out. */
  @Get(':slug')
  @Policy('templates.read')
  async one(@Param('slug') slug: string): Promise<Template> {
    const published = await this.templates.get(slug);
    return presentTemplate(published, (option, answer) => effectOf(published.template, option, answer));
  }
}
