import Drawer from 'antd/es/drawer';
import { useState } from 'react';
import { api } from '../../api/client';
import { useIsPhone } from '../../app/useIsPhone';
import { LoadState } from '../../components/LoadState';
import { Credit } from './Credit';
import { Duties } from './Duties';
import { ReadingProvider } from './reading';
import { StandardFacts } from './StandardFacts';
import '../../styles/standards.css';
import '../../styles/standard-document.css';

/** The standard's own text beside what is being decided. */
export default function StandardDrawer({ slug, onClose }: { slug: string; onClose: () => void }) {
  const phone = useIsPhone();
  // Closed first and taken away afterwards: only so does the focus go back to where it came from.
  const [open, setOpen] = useState(true);
  const query = api.useQuery('get', '/api/standards/{slug}', { params: { path: { slug } } }, { staleTime: Infinity });
  const standard = query.data;
  return (
    <Drawer
      open={open}
      onClose={() => setOpen(false)}
      afterOpenChange={(now) => now || onClose()}
      placement="right"
      size={phone ? '100%' : 640}
      title={standard ? `${standard.name} ${standard.edition}` : ''}
    >
      {standard ? (
        <div className="standard-drawer">
          <p>{standard.description}</p>
          <StandardFacts standard={standard} />
          <ReadingProvider value={{ standard, here: null }}>
            <Duties />
          </ReadingProvider>
          <Credit />
        </div>
      ) : (
        <LoadState query={query} />
      )}
    </Drawer>
  );
}
