import type { ThemeConfig } from 'antd';
import darkAlgorithm from 'antd/es/theme/themes/dark';
import type { Theme } from './appearance';

/** A colour of the palette in base.css as it is now. */
function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** Paper, ink and one deep teal. On phones controls are 44 px high, so that a thumb hits them. */
export function themeFor(phone: boolean, theme: Theme): ThemeConfig {
  return {
    // Where antd has hues of its own for the dark, ours stand.
    algorithm: theme === 'dark' ? (seed) => ({ ...darkAlgorithm(seed), ...colours() }) : undefined,
    token: {
      ...colours(),
      borderRadius: 6,
      fontFamily: 'var(--fonts)',
      fontSize: phone ? 16 : 15,
      lineHeight: 1.6,
      controlHeight: phone ? 44 : 36,
      controlHeightSM: phone ? 44 : 30,
      boxShadow: '0 4px 16px var(--shadow)',
      wireframe: false,
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        primaryColor: colour('on-colour'),
        dangerColor: colour('on-colour'),
        fontWeight: 500,
        paddingInlineSM: 10,
      },
      Checkbox: { colorWhite: colour('on-colour') },
      Select: { optionSelectedBg: colour('teal-soft') },
    },
  };
}

function colours() {
  return {
    colorPrimary: colour('teal'),
    colorInfo: colour('teal'),
    colorLink: colour('teal'),
    colorSuccess: colour('green'),
    colorWarning: colour('amber'),
    colorWarningBg: colour('amber-soft'),
    colorWarningBorder: colour('amber-line'),
    colorError: colour('red'),
    colorErrorBg: colour('red-soft'),
    colorErrorBorder: colour('red-line'),
    colorText: colour('ink'),
    colorTextSecondary: colour('ink-soft'),
    colorTextTertiary: colour('ink-faint'),
    colorTextPlaceholder: colour('ink-faint'),
    colorTextDisabled: colour('ink-faint'),
    colorTextLightSolid: colour('on-colour'),
    colorBgLayout: colour('paper'),
    colorBgContainer: colour('sheet'),
    colorBgElevated: colour('raised'),
    colorBgSpotlight: colour('ink'),
    colorBorder: colour('line-strong'),
    colorBorderSecondary: colour('line'),
  };
}
