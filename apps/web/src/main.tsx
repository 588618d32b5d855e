import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startI18n } from './i18n';
import { startAppearance } from './app/appearance';
import { Root } from './app/Root';
import { startServiceWorker } from './offline/serviceWorker';
import './styles/base.css';
import './styles/layout.css';
import './styles/components.css';
import './styles/forms.css';
import './styles/offline.css';
import './styles/print.css';

async function start() {
  startAppearance();
  await startI18n();
  const root = document.getElementById('root');
  if (root)
    createRoot(root).render(
      <StrictMode>
        <Root />
      </StrictMode>,
    );
}

void start();
window.addEventListener('load', () => void startServiceWorker());
