import 'reflect-metadata';
import { covers, lint, loadStandards, StandardsError, type LintFinding, type Standard } from '@convener/standards';

/**
 * `npm run standards:lint [folder]`: prints every oddity of the standards, and whether an erratum of the file explains
 * it. Ends with 1 where a file is invalid or an oddity has no erratum.
 */
function main(folder: string): number {
  const standards = read(folder);
  if (standards === null) return 1;
  const unexplained = standards.map(report).reduce((sum, count) => sum + count, 0);
  console.log(unexplained === 0 ? '\nEvery finding has its erratum.' : `\n${unexplained} findings without an erratum.`);
  return unexplained === 0 ? 0 : 1;
}

function read(folder: string): readonly Standard[] | null {
  try {
    return loadStandards(folder);
  } catch (error) {
    if (!(error instanceof StandardsError)) throw error;
    console.error(error.message);
    return null;
  }
}

/** Prints one standard's findings; answers how many no erratum covers. */
function report(standard: Standard): number {
  const findings = lint(standard);
  const lines = findings.map((finding) => ({ finding, why: whyOf(standard, finding) }));
  const unexplained = lines.filter(({ why }) => why === null);
  console.log(`\n${standard.slug}  ${standard.name} (${standard.edition}): ${findings.length} findings`);
  for (const { finding, why } of lines) {
    console.log(
      `  ${why === null ? '✗' : '✓'} ${finding.at}  ${finding.kind}  ${finding.printed ?? ''}  ${finding.says}`,
    );
    console.log(why === null ? '      no erratum' : `      erratum: ${why}`);
  }
  return unexplained.length;
}

/** Why the source is odd there: the erratum of the very place before one around it. */
function whyOf(standard: Standard, finding: LintFinding): string | null {
  const errata = standard.errata.filter((erratum) => covers(erratum, finding));
  return (errata.find(({ at }) => at === finding.at) ?? errata[0])?.why.en ?? null;
}

process.exitCode = main(process.argv[2] ?? 'seeds/standards');
