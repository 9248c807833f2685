using System.Buffers;

namespace Helm.PracticeCloud.Wire;

/// <summary>Writes an answer once, for whichever protocol it was asked in. Null values are left out.</summary>
internal abstract class AnswerWriter : IDisposable
{
    public ArrayBufferWriter<byte> Buffer { get; } = new(4096);

    public abstract string ContentType { get; }

    public abstract void Text(string name, string? value);

    public abstract void Number(string name, long? value);

    public abstract void Real(string name, double? value);

    public abstract void Flag(string name, bool? value);

    public abstract void Time(string name, DateTimeOffset? value);

    public abstract void Begin(string name);

    public abstract void End();

    /// <summary>Begins a list; in XML each item is an element <paramref name="member"/>, directly so when the name is empty.</summary>
    public abstract void BeginList(string name, string member);

    public abstract void BeginItem();

    public abstract void EndItem();

    public abstract void EndList();

    public abstract void Texts(string name, string member, IEnumerable<string> values);

    public abstract void Reals(string name, ReadOnlySpan<double> values);

    /// <summary>Times in epoch seconds.</summary>
    public abstract void Times(string name, ReadOnlySpan<long> values);

    /// <summary>A map from text to numbers.</summary>
    public abstract void Map(string name, IEnumerable<KeyValuePair<string, double>> entries);

    public abstract void Finish();

    public abstract void Dispose();

    /// <summary>A list of lists; <paramref name="write"/> writes the items of one.</summary>
    public abstract void Lists<T>(string name, IEnumerable<T> lists, Action<T> write);

    public void List<T>(string name, string member, IEnumerable<T> items, Action<T> write)
    {
        BeginList(name, member);
        foreach (var item in items)
        {
            BeginItem();
            write(item);
            EndItem();
        }

        EndList();
    }
}
