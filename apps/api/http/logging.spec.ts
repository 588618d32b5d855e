import { withoutToken } from './logging';

it('keeps tokens out of the log', () => {
  expect(withoutToken('/api/invitations/s3cret/accept?x=1')).toBe('/api/invitations/…/accept?x=1');
  expect(withoutToken('/invitation/s3cret')).toBe('/invitation/…');
  expect(withoutToken('/api/password-reset/s3cret?x=1')).toBe('/api/password-reset/…?x=1');
  expect(withoutToken('/reset-password/s3cret')).toBe('/reset-password/…');
  expect(withoutToken('/setup?a=1&token=s3cret&b=2')).toBe('/setup?a=1&token=…&b=2');
  expect(withoutToken('/api/projects?cursor=x')).toBe('/api/projects?cursor=x');
});
