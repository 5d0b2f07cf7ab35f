declare module 'coffeescript' {
  export function compile(source: string): string;
}
declare module '@primer/octicons';
