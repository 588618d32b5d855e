import type { Project } from '../../../api/types';
import { DaysPanel } from './DaysPanel';
import { ReplanHistory } from './ReplanHistory';
import '../../../styles/planning.css';

/** What a project's days count from, and how to bring the work along when they change. */
export function DaysView({ project }: { project: Project }) {
  return (
    <div className="schedule">
      <DaysPanel project={project} />
      <ReplanHistory project={project} />
    </div>
  );
}
