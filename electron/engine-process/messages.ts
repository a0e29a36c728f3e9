/** What the main process says to the engine process; a client's port comes with the message. */
export type ToEngine = { readonly kind: 'client' } | { readonly kind: 'close' };
