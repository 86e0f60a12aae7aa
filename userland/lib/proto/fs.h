/* fs.h - the file system's interface. A node is a number that names a file or directory as long as the server lives.
 *
 * The server keeps nothing about clients: a client that vanishes leaves nothing behind.
 * open: word 0 = bytes of the path, the path in the buffer -> word 0 node, 1 kind, 2 size in bytes, 3 mode.
 * stat: word 0 = node -> as open.
 * read: word 0 = node, 1 = offset, 2 = bytes wanted (at most MESSAGE_BYTES) -> word 0 = bytes read, the bytes in the buffer.
 * list: word 0 = node of a directory, 1 = position (0 for the first) -> word 0 node, 1 kind, 2 size, 3 mode, 4 next position,
 *       5 bytes of the name, the name in the buffer. STATUS_ABSENT behind the last entry. */
#ifndef PROTO_FS_H
#define PROTO_FS_H
enum fs_method { FS_OPEN = 1, FS_STAT = 2, FS_READ = 3, FS_LIST = 4 };
enum fs_kind { FS_FILE = 0, FS_DIRECTORY = 1, FS_OTHER = 2 };
#endif
