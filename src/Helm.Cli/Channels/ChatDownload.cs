using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using Helm.Cli.Remote;
using Helm.Host.Web.Page;

namespace Helm.Cli.Channels;

/// <summary>Gets the chat window out of its package.</summary>
internal static class ChatDownload
{
    private const long LargestFile = 16 * 1024 * 1024;

    /// <summary>Where it is now.</summary>
    public static async Task<string> FetchAsync(DirectoryInfo folder, CancellationToken cancellation)
    {
        var target = Path.Combine(folder.FullName, WebChatBundle.FileName);
        if (File.Exists(target) && WebChatBundle.IsGenuine(await File.ReadAllBytesAsync(target, cancellation)))
        {
            return target;
        }

        var work = Directory.CreateTempSubdirectory("helm-chat-");
        try
        {
            await PackAsync(work.FullName, cancellation);
            var package = work.GetFiles("*.tgz") is [var only] ? only.FullName : throw new CommandFailedException("npm fetched no package. Try again.");
            var content = await ExtractAsync(package, cancellation);
            if (!WebChatBundle.IsGenuine(content))
            {
                throw new CommandFailedException($"What npm fetched is not {WebChatBundle.Package} {WebChatBundle.Version} as Helm knows it, so nothing was kept.");
            }

            folder.Create();
            await File.WriteAllBytesAsync(target + ".part", content, cancellation);
            File.Move(target + ".part", target, overwrite: true);
            return target;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    /// <summary>npm knows the registry that is configured here; nothing of the package is run.</summary>
    private static async Task PackAsync(string folder, CancellationToken cancellation)
    {
        try
        {
            var start = new ProcessStartInfo("npm", ["pack", $"{WebChatBundle.Package}@{WebChatBundle.Version}", "--ignore-scripts", "--silent"])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var npm = Process.Start(start)!;
            var (output, errors) = (npm.StandardOutput.ReadToEndAsync(cancellation), npm.StandardError.ReadToEndAsync(cancellation));
            await npm.WaitForExitAsync(cancellation);
            await output;
            if (npm.ExitCode != 0)
            {
                throw new CommandFailedException($"npm could not fetch {WebChatBundle.Package}: {(await errors).Trim()}");
            }
        }
        catch (Win32Exception)
        {
            throw new CommandFailedException("npm is not installed, and it is npm that fetches the chat window. Install Node.js, or go on with the page's plain chat form.");
        }
    }

    private static async Task<byte[]> ExtractAsync(string package, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(package);
        await using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        await using var tar = new TarReader(unzipped);
        while (await tar.GetNextEntryAsync(copyData: false, cancellation) is { } entry)
        {
            if (entry is { Name: WebChatBundle.PathInPackage, DataStream: { } data, Length: <= LargestFile })
            {
                var content = new byte[entry.Length];
                await data.ReadExactlyAsync(content, cancellation);
                return content;
            }
        }

        throw new CommandFailedException($"The package has no {WebChatBundle.PathInPackage}; nothing was kept.");
    }
}
