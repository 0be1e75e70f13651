/** The equations, loaded once more for plain numbers alone: see `step.ts`. */
declare module '*/equations.js?numbers' {
  type Equations = typeof import('./equations.ts');
  export const belowThreshold: Equations['belowThreshold'];
  export const bindingUnmet: Equations['bindingUnmet'];
  export const stepFirm: Equations['stepFirm'];
}
