import 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser's address of the database `postgres`, from where the template can be cloned. */
    pgAdminUrl: string;
    /** A migrated database to clone. */
    templateName: string;
    /** Passwords of the login roles zq_app and zq_worker. */
    rolePasswords: { app: string; worker: string };
  }
}
