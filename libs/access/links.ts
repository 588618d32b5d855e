/** The address of one of our pages, for banners and invitations. `path` starts with a slash. */
export function publicLink(publicUrl: string, path: string): string {
  return publicUrl.replace(/\/+$/, '') + path;
}
