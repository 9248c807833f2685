using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Helm.Domains.Cloud.Wire;

namespace Helm.Domains.Cloud.Ec2;

/// <summary>Amazon EC2: machines.</summary>
internal sealed class Ec2Client(AwsClient aws)
{
    /// <summary>Those that are not gone, page after page.</summary>
    public async IAsyncEnumerable<Machine> DescribeInstancesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        string? token = null;
        do
        {
            var page = await aws.SendAsync(
                AwsService.Ec2.Form("DescribeInstances", [("MaxResults", "1000"), ("NextToken", token)]),
                reply =>
                {
                    var root = XmlReply.Parse(reply.Body);
                    return (Items: root.Items("instancesSet", "item").Select(Read).ToList(), Next: root.Marker("nextToken"));
                },
                cancellation);
            foreach (var machine in page.Items.Where(one => one.State is not ("terminated" or "shutting-down")))
            {
                yield return machine;
            }

            token = page.Next;
        }
        while (token is not null);
    }

    private static Machine Read(XElement item) => new(
        item.Required("instanceId"), item.Items("tagSet", "item").FirstOrDefault(tag => tag.Text("key") == "Name")?.Text("value"), item.Child("instanceState")?.Text("name") ?? "");
}

/// <summary>A machine: pending, running, stopping, stopped, shutting-down or terminated.</summary>
/// <param name="Name">Its tag of this name; null without one.</param>
internal sealed record Machine(string Id, string? Name, string State);
