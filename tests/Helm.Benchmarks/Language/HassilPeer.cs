using System.Diagnostics;
using System.Text.Json;
using Helm.Conversation.Intents;

namespace Helm.Benchmarks.Language;

/// <summary>hassil's <c>recognize</c> on the same sentences, with those patterns of the table that its templates can say.</summary>
internal static class HassilPeer
{
    public static async Task RunAsync(string? folder, string said)
    {
        if (folder is null)
        {
            Console.WriteLine("hassil: absent (give the folder of a copy with --hassil FOLDER; Python 3 is needed)");
            return;
        }

        var start = new ProcessStartInfo("python3", [Path.Combine(AppContext.BaseDirectory, "Language", "hassil-peer.py"), folder])
        {
            RedirectStandardInput = true,
        };
        try
        {
            using var peer = Process.Start(start)!;
            await JsonSerializer.SerializeAsync(peer.StandardInput.BaseStream, Request(said));
            peer.StandardInput.Close();
            await peer.WaitForExitAsync();
        }
        catch (System.ComponentModel.Win32Exception absent)
        {
            Console.WriteLine($"hassil: absent, python3 cannot be started: {absent.Message}");
        }
    }

    private static object Request(string said)
    {
        var table = IntentTable.Load(OwnTable.Folder);
        var spoken = table.Spoken(OwnTable.Names);

        return new
        {
            patterns = spoken.Patterns.Select(pattern => new { intent = pattern.Intent, sentence = Template(pattern.Pattern) }),
            slots = spoken.SlotForms,
            said = OwnTable.Said(table, said).Select(entry => entry.Text),
        };
    }

    private static string Template(SentencePattern pattern) =>
        pattern switch
        {
            SentencePattern.Word word => word.Text,
            SentencePattern.Slot slot => $"{{{slot.Name}}}",
            SentencePattern.Optional optional => $"[{Template(optional.Inner)}]",
            SentencePattern.Choice choice => $"({string.Join('|', choice.Options.Select(Template))})",
            SentencePattern.Sequence sequence => string.Join(' ', sequence.Parts.Select(Template)),
            _ => throw new InvalidOperationException($"{pattern} has no template."),
        };
}
