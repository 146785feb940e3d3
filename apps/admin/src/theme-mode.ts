import { useSyncExternalStore } from 'react';
import { palette, type ThemeName } from './palette.ts';

/** What the user chose. `system` follows the device. */
export type ThemeChoice = ThemeName | 'system';

const KEY = 'zq-theme';
const listeners = new Set<() => void>();
const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
const prefersLessMotion = window.matchMedia('(prefers-reduced-motion: reduce)');

export function themeChoice(): ThemeChoice {
  const stored = localStorage.getItem(KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

export function chooseTheme(choice: ThemeChoice): void {
  if (choice === 'system') localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, choice);
  applyTheme();
  for (const listener of listeners) listener();
}

function themeName(): ThemeName {
  const choice = themeChoice();
  if (choice !== 'system') return choice;
  return prefersDark.matches ? 'dark' : 'light';
}

/** Hands the palette to our own style sheets. Through CSSOM, which the policy header allows, unlike a style element. */
export function applyTheme(name: ThemeName = themeName()): void {
  const root = document.documentElement;
  root.dataset.theme = name;
  root.style.colorScheme = name;
  for (const [colour, value] of Object.entries(palette[name])) root.style.setProperty(`--zq-${colour}`, value);
}

// Paper is white, whatever the screen is.
window.addEventListener('beforeprint', () => applyTheme('light'));
window.addEventListener('afterprint', () => applyTheme());

function subscribe(listener: () => void): () => void {
  const onDevice = () => {
    applyTheme();
    listener();
  };
  listeners.add(listener);
  prefersDark.addEventListener('change', onDevice);
  prefersLessMotion.addEventListener('change', onDevice);
  return () => {
    listeners.delete(listener);
    prefersDark.removeEventListener('change', onDevice);
    prefersLessMotion.removeEventListener('change', onDevice);
  };
}

export function useThemeName(): ThemeName {
  return useSyncExternalStore(subscribe, themeName);
}

export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, themeChoice);
}

export function useReducedMotion(): boolean {
  return useSyncExternalStore(subscribe, () => prefersLessMotion.matches);
}
