import { useEffect } from 'react';
import { bringHome, isLost } from '../components/home.ts';

/** A press of the mouse leaves the keyboard where it is: scanning goes on after a button was clicked. */
export function useSteadyFocus(): void {
  useEffect(() => {
    const keepFocus = (event: MouseEvent) => {
      const takesKeys = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
      if (!takesKeys) event.preventDefault();
    };
    document.addEventListener('mousedown', keepFocus);
    return () => document.removeEventListener('mousedown', keepFocus);
  }, []);
}

/** The keyboard is never nowhere: when what had it is gone or switched off, it comes home, in every place and dialog. */
export function useFoundFocus(): void {
  useEffect(() => {
    const observer = new MutationObserver(() => {
      if (isLost(document.activeElement)) bringHome();
    });
    observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled'] });
    return () => observer.disconnect();
  }, []);
}
