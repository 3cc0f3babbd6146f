/** Longer addresses do not fit in a cookie, and none of our pages has one. */
const MOST_CHARACTERS = 1_000;

/** Where to go after sign-in: a path of our own, or the start page. Anything else would let a link lead elsewhere. */
export function ownPath(wanted: string): string {
  if (!/^\/[^/\\]/.test(wanted) || wanted.length > MOST_CHARACTERS || !URL.canParse(wanted, 'http://own')) return '/';
  const { host, pathname, search } = new URL(wanted, 'http://own');
  // What the parser leaves of `/.//elsewhere` would name another host.
  return host === 'own' && !pathname.startsWith('//') ? `${pathname}${search}` : '/';
}
