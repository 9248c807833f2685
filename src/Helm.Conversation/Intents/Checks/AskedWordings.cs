using System.Diagnostics.CodeAnalysis;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Helm.Conversation.Dialogs;

namespace Helm.Conversation.Intents.Checks;

/// <summary>The wordings that Helm asks for: those that its code names, and those that its own language has.</summary>
internal static partial class AskedWordings
{
    /// <summary>Wordings that belong to no intent: refusals and errors.</summary>
    public const string Shared = "shared";

    /// <param name="own">The dialogs that come with Helm; their keys are those that code puts together from parts.</param>
    public static IEnumerable<string> Of(string own) => Named().Concat(In(own).Select(wording => wording.Key)).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The keys of a folder of dialogs, each with its file.</summary>
    /// <exception cref="DialogException">A file cannot be read; it says which, and where.</exception>
    public static IEnumerable<(string Key, string File)> In(string folder) =>
        !Directory.Exists(folder) ? [] : Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal)
            .Where(path => Path.GetFileName(path) is not "words.yaml")
            .Select(path => (Path: path, File: DialogFile.Read<DialogFile>(path)))
            .SelectMany(read => read.File.Answers.Keys.Select(name => ($"{read.File.Intent}.{name}", Path.GetFileName(read.Path))));

    /// <summary>The texts in this program that are of the form of a key.</summary>
    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "This assembly stays a file of its own beside a single-file program (Helm.Cli.csproj).")]
    private static List<string> Named()
    {
        using var program = new PEReader(File.OpenRead(typeof(AskedWordings).Assembly.Location));
        var reader = program.GetMetadataReader();
        var named = new List<string>();
        for (var text = MetadataTokens.UserStringHandle(1); !text.IsNil; text = reader.GetNextHandle(text))
        {
            if (reader.GetUserString(text) is var said && Key().IsMatch(said))
            {
                named.Add(said);
            }
        }

        return named;
    }

    [GeneratedRegex("^[a-z]+(_[a-z]+)*\\.[a-z]+(_[a-z]+)*$")]
    private static partial Regex Key();
}
