import type { FastifyHelmetOptions } from '@fastify/helmet';

type Sources = Readonly<Record<string, readonly string[]>>;

const NOTHING_ELSE: Sources = {
  'default-src': ["'none'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/** Our own pages: the one script of the keys, nothing inline, nothing from elsewhere, and no request by the script. */
const PAGE_SOURCES: Sources = {
  ...NOTHING_ELSE,
  'base-uri': ["'none'"],
  'script-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
};

/**
 * Bull Board is an application in scripts of its own. Its request for fonts at another host is blocked here, and so
 * are the inline styles of the screen it shows while loading; it needs neither.
 */
const BOARD_SOURCES: Sources = {
  ...NOTHING_ELSE,
  'base-uri': ["'self'"],
  'script-src': ["'self'"],
  'connect-src': ["'self'"],
  'font-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
};

/** The value of a content security policy. */
function policy(sources: Sources): string {
  return Object.entries(sources)
    .map(([directive, allowed]) => `${directive} ${allowed.join(' ')}`)
    .join('; ');
}

export const BOARD_POLICY = policy(BOARD_SOURCES);
export const PAGE_POLICY = policy(PAGE_SOURCES);

/** What goes with every response beside the policy, which is set per kind of route. */
export const SECURITY_HEADERS = {
  contentSecurityPolicy: false,
  crossOriginResourcePolicy: { policy: 'same-origin' },
  referrerPolicy: { policy: 'no-referrer' },
  strictTransportSecurity: { includeSubDomains: false },
  xFrameOptions: { action: 'deny' },
} as const satisfies FastifyHelmetOptions;
