import { notFound } from '@convener/kernel';
import { Injectable, type PipeTransform } from '@nestjs/common';

/** A year of the path, 2000 to 2199: those that calendars may have. Anything else is not found. */
@Injectable()
export class YearPipe implements PipeTransform<unknown, number> {
  transform(value: unknown): number {
    // The pipe of all requests has made a number of it already.
    if (!/^2[01]\d\d$/.test(String(value))) throw notFound();
    return Number(value);
  }
}
