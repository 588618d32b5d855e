import { Injectable } from '@nestjs/common';
import type { Day } from '@convener/kernel';
import type { EntityManager } from 'typeorm';

/** What somebody answered where it was said openly that they are named, such as in a survey. */
export interface NamedAnswer {
  survey: string;
  surveyEn: string | null;
  day: Day;
  /** What was left open is not there; choices by their names. */
  answers: { question: string; questionEn: string | null; value: string | number }[];
}

/** What a lib that stands on this one keeps of its own by row. */
interface Follower {
  /** Lets go of what names the person, in the transaction that erases the rows. */
  forget(em: EntityManager, rowIds: readonly string[]): Promise<void>;
  answersOf(em: EntityManager, rowIds: readonly string[]): Promise<NamedAnswer[]>;
}

/** Where rows of lists stand for people, others keep things by them: asked when somebody is erased, or wants a copy. */
@Injectable()
export class FollowedRows {
  private readonly followers: Follower[] = [];

  follow(follower: Follower): void {
    this.followers.push(follower);
  }

  async forget(em: EntityManager, rowIds: readonly string[]): Promise<void> {
    for (const follower of this.followers) await follower.forget(em, rowIds);
  }

  async answersOf(em: EntityManager, rowIds: readonly string[]): Promise<NamedAnswer[]> {
    const answers: NamedAnswer[] = [];
    for (const follower of this.followers) answers.push(...(await follower.answersOf(em, rowIds)));
    return answers;
  }
}
