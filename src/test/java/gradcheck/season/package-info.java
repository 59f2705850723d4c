/** A whole spring in seconds: made-up students, a misbehaving platform, a bot that is killed; and a checker of it all. */
package gradcheck.season;
