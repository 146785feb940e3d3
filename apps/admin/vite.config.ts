import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The admin app. In watch mode the API runs beside it; in production the API serves `dist`. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    target: 'es2023',
    // A font or picture inlined as a data: address would be refused by the policy header.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // The domain is pure: what no page uses of it (the reader, the generator) need not be sent to the browser.
      treeshake: { moduleSideEffects: [{ test: /packages\/obligations\/src\//, sideEffects: false }] },
    },
  },
  server: {
    port: Number(process.env.ADMIN_PORT ?? 5173),
    strictPort: true,
    proxy: { '/api': { target: process.env.API_URL ?? 'http://localhost:3000' } },
  },
});
