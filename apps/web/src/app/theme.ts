import type { ThemeConfig } from 'antd';

/** Paper, ink and one deep teal. On phones controls are 44 px high, so that a thumb hits them. */
export function themeFor(phone: boolean): ThemeConfig {
  return {
    token: {
      colorPrimary: '#1b5a60',
      colorInfo: '#1b5a60',
      colorLink: '#1b5a60',
      colorSuccess: '#2f6b3c',
      colorWarning: '#8a5a00',
      colorError: '#a8261c',
      colorText: '#22272a',
      colorTextSecondary: '#565e62',
      colorTextTertiary: '#6b7377',
      colorTextPlaceholder: '#6b7377',
      colorBgLayout: '#f7f6f2',
      colorErrorBg: '#fbe9e6',
      colorErrorBorder: '#e3b4ae',
      colorWarningBg: '#fbf1dc',
      colorWarningBorder: '#e2c88e',
      colorTextDisabled: '#7c8387',
      colorBorder: '#cfccc2',
      colorBorderSecondary: '#e5e2da',
      borderRadius: 6,
      fontFamily: 'var(--fonts)',
      fontSize: phone ? 16 : 15,
      lineHeight: 1.6,
      controlHeight: phone ? 44 : 36,
      controlHeightSM: phone ? 44 : 30,
      boxShadow: '0 4px 16px rgb(34 39 42 / 12%)',
      wireframe: false,
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
        paddingInlineSM: 10,
      },
      Select: { optionSelectedBg: '#e4eeee' },
    },
  };
}
