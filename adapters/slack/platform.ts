/** The name under which the core knows this adapter. */
export const platform = 'slack';
