import { loadStandards } from '@convener/standards';
import { join } from 'node:path';
import { SEEDS, TemplateFolderCopy } from '../support/builders.templates';

const standards = loadStandards(join(SEEDS, 'standards'));
const MANAGER = 'plans/conference-project-manager.yaml';

describe('template files', () => {
  let copy: TemplateFolderCopy;
  beforeEach(() => {
    copy = new TemplateFolderCopy();
  });
  afterEach(() => copy.drop());

  it('that are whole load', () => expect(copy.problem(standards)).toBe(''));

  describe('a plan is refused by file and place when', () => {
    it.each<[string, string | RegExp, string, RegExp]>([
      ['an indicator is missing', '[P1.1.1, P1.1.2, P1.1.3]', '[P1.1.1, P1.1.3]', /T1\.1\/P1\.1\.2: is missing/],
      ['an indicator is doubled', '[P1.1.1, P1.1.2,', '[P1.1.1, P1.1.1, P1.1.2,', /T1\.1\/P1\.1\.1: stands twice/],
      ['an indicator is invented', 'P1.1.3]', 'P1.1.3, P1.1.9]', /T1\.1\/P1\.1\.9: is not in the standard/],
      [
        'an output is misnamed',
        'code: O1.1.1',
        'code: O1.1.7',
        /T1\.1\/O1\.1\.1: is missing[\s\S]*T1\.1\/O1\.1\.7: is not in the standard/,
      ],
      ['a task is doubled', 'code: T1.2\n', 'code: T1.1\n', /T1\.1: stands twice[\s\S]*T1\.2: is missing/],
      ['a task is invented', 'code: T1.2\n', 'code: T9.9\n', /T9\.9: is not in the standard/],
      ['the edition is another one', 'edition: 更新', 'edition: v9', /edition: .*更新.*v9/],
      [
        'a rule is none',
        'start: kickoff - 80 days',
        'start: four weeks before',
        /T1\.1: .*four weeks before.*no schedule rule/,
      ],
      [
        'a rule counts from an unknown anchor',
        'start: kickoff - 80 days',
        'start: kickof - 80 days',
        /T1\.1: .*unknown anchor "kickof"/,
      ],
      [
        'an output’s rule is none',
        'due: kickoff - 67 days',
        'due: kickoff - 67 weeks',
        /T1\.1: .*67 weeks.*no schedule rule/,
      ],
      ['a sub-team is unknown', 'team: project-office', 'team: nobody', /T1\.1: .*no sub-team "nobody"/],
      ['a workflow is unknown', 'workflow: venue', 'workflow: nowhere', /T1\.1: .*no workflow "nowhere"/],
      [
        'an option is unknown',
        'leaveOut: { alreadyAwarded: true }',
        'leaveOut: { won: true }',
        /T1\.1: .*no option "won"/,
      ],
      [
        'an option has no such answer',
        'leaveOut: { alreadyAwarded: true }',
        'leaveOut: { alreadyAwarded: perhaps }',
        /alreadyAwarded.*no answer "perhaps"/,
      ],
      ['a predecessor is unknown', 'after: [T1.3, ', 'after: [T1.33, ', /T1\.1: .*T1\.33/],
      [
        'a predecessor of another standard is unknown',
        'conference-project-executive/T1.3',
        'conference-project-executive/T1.99',
        /T1\.1: .*conference-project-executive\/T1\.99/,
      ],
      ['predecessors go round', /after: \[\]/, 'after: [T1.1]', /predecessors go round: .*T1\.1/],
      [
        'a default of its own names an unknown anchor',
        'horizonDays: 540',
        'horizonDays: 540\nanchors: { kickof: opening - 9 days }',
        /anchors\/kickof/,
      ],
      [
        'a default of its own is no rule',
        'horizonDays: 540',
        'horizonDays: 540\nanchors: { kickoff: soon }',
        /anchors\/kickoff: .*soon/,
      ],
      ['the stage is none', 'stage: proposal', 'stage: someday', /T1\.1\/stage/],
      ['an accepter is none', 'accepter: manager', 'accepter: mother', /O1\.1\.1\/accepter/],
      ['a field is unknown', 'owner: manager', 'owner: manager\n    colour: red', /T1\.1\/colour/],
      ['the horizon is not what its rules have', 'horizonDays: 540', 'horizonDays: 500', /horizonDays: .*540.*500/],
      ['it is no YAML', 'tasks:', 'tasks: [', /./],
    ])('%s', (_what, find, replace, says) => {
      copy.edit(MANAGER, find, replace);
      const problem = copy.problem(standards);
      expect(problem).toMatch(/^SeedError (conference-project-manager|conference)(-2017)?\.yaml: /);
      expect(problem).toMatch(says);
    });

    it('its file is missing, misnamed or about no standard', () => {
      copy.write('plans/other.yaml', 'standard: conference-project-manager\n');
      expect(copy.problem(standards)).toMatch(/^SeedError other\.yaml: /);
      copy.remove('plans/other.yaml');
      copy.remove(MANAGER);
      expect(copy.problem(standards)).toBe('SeedError plans: conference-project-manager has no plan');
    });
  });

  describe('a composed template is refused when', () => {
    it.each<[string, string | RegExp, string, RegExp]>([
      [
        'a standard is unknown',
        'standards: [conference-project-manager,',
        'standards: [conference-manager,',
        /conference-manager/,
      ],
      [
        'a standard stands twice',
        'conference-project-executive]',
        'conference-project-executive, conference-project-executive]',
        /standards: "conference-project-executive" stands twice/,
      ],
      [
        'a merge goes into no output',
        'into: conference-project-executive/T6.3/O6.3.1',
        'into: conference-project-executive/T6.3/O6.3.9',
        /merges: .*O6\.3\.9/,
      ],
      [
        'a merge comes from no output',
        'from: [conference-project-manager/T6.2/O6.2.1]',
        'from: [conference-project-manager/T6.2/O6.2.9]',
        /merges: .*O6\.2\.9/,
      ],
      [
        'an output is merged twice',
        'from: [conference-project-manager/T1.1/O1.1.1]',
        'from: [conference-project-manager/T6.2/O6.2.1]',
        /merged once only/,
      ],
      ['two merges ask under one name', 'option: oneVenueAnalysis', 'option: oneClosingReport', /oneClosingReport/],
      ['a merge takes the name of a question', 'option: oneVenueAnalysis', 'option: papers', /papers/],
      [
        'its default names an unknown anchor',
        'merges:',
        'anchors: { kickof: opening - 9 days }\nmerges:',
        /anchors\/kickof/,
      ],
      [
        'its default is no rule',
        'merges:',
        'anchors: { kickoff: opening minus nine }\nmerges:',
        /anchors\/kickoff: .*opening minus nine/,
      ],
      ['its slug is another template’s', 'slug: conference\n', 'slug: event\n', /slug: another template has it too/],
    ])('%s', (_what, find, replace, says) => {
      copy.edit('composed/conference.yaml', find, replace);
      const problem = copy.problem(standards);
      expect(problem).toMatch(/^SeedError (conference|event)\.yaml: /);
      expect(problem).toMatch(says);
    });

    it('its plans disagree about an anchor and it does not decide', () => {
      copy.edit(MANAGER, 'horizonDays: 540', 'horizonDays: 520\nanchors: { kickoff: opening - 400 days }');
      expect(copy.problem(standards)).toMatch(
        /^SeedError conference(-2017)?\.yaml: anchors\/kickoff: the plans disagree/,
      );
      for (const file of ['composed/conference.yaml', 'composed/conference-2017.yaml']) {
        copy.edit(file, 'merges:', 'anchors: { kickoff: opening - 420 days }\nmerges:');
      }
      expect(copy.problem(standards)).toBe('');
    });
  });

  it.each([
    ['a task that the standard does not have', 'tasks: [T1.1]', 'tasks: [T1.9]', /T1\.9/],
    [
      'a standard twice',
      'conference-project-executive, tasks: [T1.3]',
      'conference-project-manager, tasks: [T1.3]',
      /standards: "conference-project-manager" stands twice/,
    ],
  ])('a workflow is refused with %s', (_what, find, replace, says) => {
    copy.edit('workflows/venue-search.yaml', find, replace);
    const problem = copy.problem(standards);
    expect(problem).toMatch(/^SeedError venue-search\.yaml: /);
    expect(problem).toMatch(says);
  });

  describe('the catalog is refused when', () => {
    it.each<[string, string | RegExp, string, RegExp]>([
      ['an anchor is doubled', 'key: notification,', 'key: paperDeadline,', /anchors\/paperDeadline: stands twice/],
      [
        'an anchor counts from an unknown one',
        'default: opening - 420 days',
        'default: opnening - 420 days',
        /anchors\/kickoff: .*opnening/,
      ],
      [
        'anchors count from each other',
        'default: opening - 420 days',
        'default: kickoff - 420 days',
        /anchors\/kickoff: .*kickoff → kickoff/,
      ],
      [
        'an anchor must not precede an unknown one',
        'notBefore: [callForPapers]',
        'notBefore: [callForPaper]',
        /anchors\/paperDeadline: .*callForPaper"/,
      ],
      [
        'opening has a default',
        'nameEn: Opening day, default: null',
        'nameEn: Opening day, default: closing',
        /anchors\/opening/,
      ],
      ['an option is doubled', '- key: tours', '- key: dinner', /options\/dinner: stands twice/],
      ['a choice has no answers', / +choices:\n(.*\n){3}/, '', /options\/audience/],
      ['a sub-team is doubled', '{ key: sales, name', '{ key: marketing, name', /teams\/marketing: stands twice/],
      [
        'a reminder rule is doubled',
        'key: 1-day-before',
        'key: 7-days-before',
        /reminders\/7-days-before: stands twice/,
      ],
      ['a time is none', "at: '09:00'", "at: '25:00'", /reminders\/at/],
    ])('%s', (_what, find, replace, says) => {
      copy.edit('catalog.yaml', find, replace);
      const problem = copy.problem(standards);
      expect(problem).toMatch(/^SeedError catalog\.yaml: /);
      expect(problem).toMatch(says);
    });
  });
});
