import { useEffect } from 'react';

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
