/** The address of one of our pages, for banners and invitations. `path` starts with a slash. */
export function publicLink(publicUrl: string, path: string): string {
  return publicUrl.replace(/\/+$/, '') + path;
}

/** The page that sets a new password. */
export function resetLink(publicUrl: string, token: string): string {
  return publicLink(publicUrl, `/reset-password/${token}`);
}
