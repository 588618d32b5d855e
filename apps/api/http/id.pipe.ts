import { isId, notFound } from '@convener/kernel';
import { Injectable, type PipeTransform } from '@nestjs/common';

/** `@Param('id', IdPipe)`: text that can't be an id answers 404 as any unknown id does. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isId(value)) throw notFound();
    return value.toLowerCase();
  }
}
