import { Link } from '@tanstack/react-router';
import type { FoundPersonRow } from '../../../../api/types';
import { Tick } from '../../../../components/Tick';
import { useI18n } from '../../../../i18n';
import { cellText } from '../cellText';
import { useCellWords } from '../useCellWords';
import { useRegister } from '../useRegister';

interface Props {
  found: FoundPersonRow;
  projectId: string;
  /** Whether it goes along into the copy and the erasure. */
  taken: boolean;
  onTake: (on: boolean) => void;
}

/** A row in which somebody was found; what is personal of it stands out. */
export function FoundRow({ found, projectId, taken, onTake }: Props) {
  const { pick } = useI18n();
  const words = useCellWords();
  const { register, cells, personal } = found;
  const columns = useRegister(register.id).data?.columns ?? [];
  const name = pick(register.name, register.nameEn);
  return (
    <li>
      <Tick checked={taken} onChange={onTake}>
        <Link to="/projects/$projectId/registers/$registerId" params={{ projectId, registerId: register.id }}>
          {name}
        </Link>
      </Tick>
      <dl className="found-cells">
        {columns
          .filter(({ key }) => cells[key] !== undefined)
          .map((column) => (
            <div key={column.key} className={personal.includes(column.key) ? 'found-personal' : undefined}>
              <dt>{pick(column.name, column.nameEn)}</dt>
              <dd>{cellText(column, cells[column.key], words)}</dd>
            </div>
          ))}
      </dl>
    </li>
  );
}
