import Checkbox from 'antd/es/checkbox';
import type { Team } from '../../../api/types';
import { useI18n } from '../../../i18n';

export interface Seat {
  teamId: string;
  lead: boolean;
}

interface Props {
  teams: readonly Team[];
  seats: readonly Seat[];
  onChange: (seats: Seat[]) => void;
}

/** Which sub-teams a person is in, and which of them they lead. */
export function TeamChecks({ teams, seats, onChange }: Props) {
  const { t, pick } = useI18n();
  const without = (teamId: string) => seats.filter((seat) => seat.teamId !== teamId);
  return (
    <fieldset className="team-checks">
      <legend>{t('people.teams')}</legend>
      {teams.map((team) => {
        const seat = seats.find((one) => one.teamId === team.id);
        const name = pick(team.name, team.nameEn);
        return (
          <div key={team.id}>
            <Checkbox
              checked={Boolean(seat)}
              onChange={(event) =>
                onChange(
                  event.target.checked ? [...without(team.id), { teamId: team.id, lead: false }] : without(team.id),
                )
              }
            >
              {name}
            </Checkbox>
            {seat && (
              <Checkbox
                aria-label={t('people.leads', { name })}
                checked={seat.lead}
                onChange={(event) => onChange([...without(team.id), { teamId: team.id, lead: event.target.checked }])}
              >
                {t('role.lead')}
              </Checkbox>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
