import { Link } from '@tanstack/react-router';
import { api } from '../../api/client';

/** A standard by its name and edition; by its slug until the list is there. */
export function StandardLink({ slug }: { slug: string }) {
  const { data } = api.useQuery('get', '/api/standards', {}, { staleTime: Infinity });
  const standard = data?.items.find((one) => one.slug === slug);
  return (
    <Link to="/standards/$slug" params={{ slug }}>
      {standard ? `${standard.name} ${standard.edition}` : slug}
    </Link>
  );
}
